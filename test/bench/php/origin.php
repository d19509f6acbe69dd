<?php
// The flow that FollowDesk was made from, as it was published: a global token fetched for every callback, the code
// exchanged, the person looked up. Between the two marks nothing differs from the document but the address of
// WeChat, and one name: it builds $url for the look-up and then calls $queryUrl, which does not exist.
//
// Around it stands the least of the framework it was written for: configuration, one parameter of the request, the
// template, and Curl::callWebServer, which it uses and does not show.

define('API', getenv('WECHAT_URL'));

class Curl
{
    public static function callWebServer($url, $params = '', $method = 'GET')
    {
        $curl = curl_init($url);
        curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
        $answer = curl_exec($curl);
        curl_close($curl);
        return json_decode($answer, true);
    }
}

function C($name)
{
    return getenv($name);
}

class Action
{
    private $values = [];

    protected function _get($name)
    {
        return $_GET[$name] ?? null;
    }

    protected function assign($name, $value)
    {
        $this->values[$name] = $value;
    }

    protected function display($template)
    {
        extract($this->values);
        echo '<!doctype html><meta charset="utf-8"><p>', isset($userInfo) ? '已关注' : '未关注', '</p>';
    }
}

class Origin extends Action
{
    // ---- as published ----
    public static function getToken($appid, $appsecret){
        $url = API.'/cgi-bin/token?grant_type=client_credential&appid='.$appid.'&secret='.$appsecret;
        return Curl::callWebServer($url);
    }

    public static function getAccessToken($code, $appid, $appsecret, $grant_type='authorization_code'){
        $url = API.'/sns/oauth2/access_token?appid='.$appid.'&secret='.$appsecret.'&code='.$code.'&grant_type='.$grant_type.'';
        return Curl::callWebServer($url);
    }

    public static function getUserInfo($openId, $token){
        $queryUrl = API.'/cgi-bin/user/info?access_token='.$token.'&openid='.$openId.'&lang=zh_CN';
        return Curl::callWebServer($queryUrl, '', 'GET');
    }

    public function callback(){
        $isconcern = 0;
        $code = $this->_get('code');
        $param = $this->_get('param');
        $appId = C('appId'); // config中配置
        $appSecret = C('appSecret');
        $accessTokenInfo = $this->getAccessToken($code, $appId, $appSecret);
        $openId = $accessTokenInfo['openid'];
        $accessToken = $accessTokenInfo['access_token'];
        $token = $this->getToken($appId, $appSecret);
        $userInfo = $this->getUserInfo($openId, $token['access_token']);
        if($userInfo['subscribe'] == 1){
            $this->assign('userInfo', $userInfo);
            $isconcern = 1; // 已关注
        } else {
            $isconcern = 0; // 未关注
        }
        $this->assign('openid', $openId);
        $this->display('page');
    }
    // ---- as published ----
}

(new Origin())->callback();
